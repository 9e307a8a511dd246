# rule: libraries_index.column_is_the_index
# source: constructed
# says: set_index
# says: births\s+=\s+births\.reset_index\(\)
# %% before
import pandas as pd
births = pd.DataFrame({'year': [2001, 2002, 2003], 'n': [5, 7, 6]}).set_index('year')
# %% fails
births[['year', 'n']].plot()
# %% mended
births = births.reset_index()
two = births[['year', 'n']]
