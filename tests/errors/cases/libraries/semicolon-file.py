# rule: libraries.missing_column
# source: constructed
# says: 'name;weight'
# says: separated by ';'
# says: cats = pd.read_csv\('cats.csv', sep=';'\)
# %% before
import pandas as pd
open("cats.csv", "w").write("name;weight\nTom;4\nMia;3\n")
# %% fails
cats = pd.read_csv("cats.csv")
cats["weight"].mean()
# %% mended
cats = pd.read_csv("cats.csv", sep=";")
cats["weight"].mean()
