# rule: not libraries_index.column_is_the_index
# source: constructed
# %% before
import pandas as pd
births = pd.DataFrame({'year': [2001, 2002, 2003], 'n': [5, 7, 6]}).set_index('year')
# %% fails
births['years']
