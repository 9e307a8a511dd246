# rule: notebook_names.forgotten_quotes
# source: constructed
# says: open\('data\.csv'\)
# says: data\.csv
# %% fails
open(data.csv)
