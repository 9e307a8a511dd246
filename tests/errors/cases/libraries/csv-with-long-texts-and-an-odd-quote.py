# rule: not libraries_tables.csv_not_as_expected
# source: constructed
# %% before
import pandas as pd
open('r.csv', 'w').write('id,text\n1,"two\nlines"\n2,"odd\n3,fine\n')
# %% fails
pd.read_csv('r.csv')
