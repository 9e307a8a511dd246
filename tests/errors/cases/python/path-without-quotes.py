# rule: cells_typed.address_without_quotes
# source: constructed
# says: open\('/content/train.csv'\)
# %% before
open = lambda name: name
# %% fails
f = open(/content/train.csv)
# %% mended
f = open('/content/train.csv')
