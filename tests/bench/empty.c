/* The reference of every start: a process that does nothing. */
int main(void)
{
    return 0;
}
