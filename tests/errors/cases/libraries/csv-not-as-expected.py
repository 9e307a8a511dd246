# rule: libraries_tables.csv_not_as_expected
# source: constructed
# says: pd\.read_csv\('x\.csv', sep=';'\)
# says: x\.csv
# %% before
open('x.csv','w').write('a;b\n1,5;2\n3;4\n1,2,3;4\n')
import pandas as pd
# %% fails
pd.read_csv('x.csv')
# %% mended
pd.read_csv('x.csv', sep=';')
