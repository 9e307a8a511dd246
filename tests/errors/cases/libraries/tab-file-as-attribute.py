# rule: libraries_members.column_as_attribute
# source: constructed
# says: tabs
# says: trips = pd.read_csv\('trips.tsv', nrows=2, sep='\\t'\)
# %% before
import pandas as pd
open("trips.tsv", "w").write("town\tkm\nUlm\t40\nBonn\t30\nKiel\t20\n")
# %% fails
trips = pd.read_csv("trips.tsv", nrows=2)
print(trips.km.sum())
# %% mended
trips = pd.read_csv("trips.tsv", nrows=2, sep="\t")
print(trips.km.sum())
