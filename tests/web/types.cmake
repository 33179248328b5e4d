# The page's scripts, where TypeScript finds what npm brought; $NPM and $NODE are where the build has them.
file(REMOVE_RECURSE ${NPM}/types)
file(GLOB scripts ${FROM}/*.ts ${FROM}/tsconfig.json ${FROM}/words.json)
file(COPY ${scripts} DESTINATION ${NPM}/types)
execute_process(COMMAND ${NODE} ${NPM}/node_modules/typescript/bin/tsc -p ${NPM}/types COMMAND_ERROR_IS_FATAL ANY)
