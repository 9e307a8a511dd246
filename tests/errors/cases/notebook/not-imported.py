# rule: notebook_undefined.not_imported
# source: constructed
# says: import pandas as pd
# %% fails
pd.read_csv('x.csv')
# %% mended
import pandas as pd
