"""Regions of the world as the United Nations Statistics Division counts them (UN M49)."""

REGIONS: dict[str, str] = {"002": "Africa", "009": "Oceania", "019": "Americas", "142": "Asia", "150": "Europe"}

SUBREGIONS: dict[str, str] = {
    "005": "South America",
    "011": "Western Africa",
    "013": "Central America",
    "014": "Eastern Africa",
    "015": "Northern Africa",
    "017": "Middle Africa",
    "018": "Southern Africa",
    "021": "Northern America",
    "029": "Caribbean",
    "030": "Eastern Asia",
    "034": "Southern Asia",
    "035": "South-eastern Asia",
    "039": "Southern Europe",
    "053": "Australia and New Zealand",
    "054": "Melanesia",
    "057": "Micronesia",
    "061": "Polynesia",
    "143": "Central Asia",
    "145": "Western Asia",
    "151": "Eastern Europe",
    "154": "Northern Europe",
    "155": "Western Europe",
}
