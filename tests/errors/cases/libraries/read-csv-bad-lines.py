# rule: libraries_gone.argument_gone
# source: https://stackoverflow.com/questions/69513799
# says: error_bad_lines any more
# says: table = pd\.read_csv\('t\.csv', on_bad_lines='skip'\)
# %% before
import pandas as pd
open('t.csv', 'w').write('a,b\n1,2\n1,2,3\n')
# %% fails
table = pd.read_csv('t.csv', error_bad_lines=False)
# %% mended
table = pd.read_csv('t.csv', on_bad_lines='skip')
