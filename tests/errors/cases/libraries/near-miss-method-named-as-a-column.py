# rule: not libraries_rows.of_one_column
# source: constructed
# %% before
import pandas as pd
files = pd.DataFrame({'place': ['a/b.png'], 'name': ['b']})
# %% fails
files['n'] = files['place'].apply(lambda p: p.name)
