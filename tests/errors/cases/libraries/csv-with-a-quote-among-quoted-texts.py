# rule: libraries_tables.csv_not_as_expected
# source: constructed
# says: line 3
# says: missing\s+quote
# %% before
import pandas as pd
open('r.csv', 'w').write('id,text,stars\n1,"a, b",3\n2,"good,4\n')
# %% fails
pd.read_csv('r.csv')
