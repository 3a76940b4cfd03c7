# The agreements that provide for logistics and were in force in 2020, by kind.
entente <- Sys.getenv("ENTENTE")
address <- paste0(entente, "/api/v1/agreements/?format=csv&provision=logistics&standing=in_force&as_of=2020-07-01")
agreements <- read.csv(address, encoding = "UTF-8", na.strings = "")
print(table(agreements$kind))
