"""The project that tests/bench/sweep.sh sweeps: 30 lines of cost, 5 funders of which one is
fixed by year, one fixed in total, one a share, one a match and one the remainder, 36 months."""

lines = []


def section(head, **keys):
    lines.append(f"\n[{head}]")
    lines.extend(f"{key.replace('__', '.')} = {value}" for key, value in keys.items())


lines.append("[project]\nstart = 2021-01\nend = 2023-12\nopening_equity = 400 000 kr")
lines.append("\n[rate po]\n2021 = 46,15 %\n2022 = 45,22 %\n2023 = 52,28 %")
lines.append("\n[index wages]\n2021-04 = 2,0 %\n2022-04 = 2,0 %\n2023-04 = 4,1 %")
lines.append("\n[index prices]\nrate = 2,3 %\nmonth = 1")
for i in range(14):
    section(f"staff s{i}", monthly_salary=f"{38000 + 731 * i} kr", employer_rate="po", share=f"{25 + 5 * i} %",
            index="wages")
for i in range(14):
    form = ("month", "year")[i % 2]
    section(f"cost c{i}", amount=f"{2500 + 1337 * i} kr/{form}", index="prices", category=("other", "premises")[i % 3 == 0])
section("overhead o0", rate="15 %", base="staff")
section("overhead o1", rate="7 %", base="premises, o0")
section("funder city", status="decided", amount="5 000 000 kr/year")
section("funder state", status="granted", amount="2 000 000 kr total")
section("funder region", status="decided", share="20 %", amount="12 000 000 kr total")
section("funder grant", status="applied", matches="city, state", ratio="1:2", max_share="25 %", amount="9 000 000 kr total")
section("funder owner", status="decided", remainder="yes", own="yes")
print("\n".join(lines))
