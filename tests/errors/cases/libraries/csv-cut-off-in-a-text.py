# rule: libraries_tables.csv_not_as_expected
# source: constructed
# says: cut\s+off
# says: Get\s+the\s+file\s+again
# %% before
import pandas as pd
open('r.csv', 'w').write('id,text,stars\n1,"a, b",3\n2,"cut off in the mid')
# %% fails
pd.read_csv('r.csv')
