# rule: tabular_learners.dates_into_columns
# source: https://stackoverflow.com/questions/50367656
# says: dayfirst
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'sold': ['01/02/2020', '13/02/2020', '28/02/2020'], 'n': range(3)})
# %% fails
df = add_datepart(df, 'sold')
# %% mended
df['sold'] = pd.to_datetime(df['sold'], dayfirst=True, errors='coerce')
df = add_datepart(df, 'sold')
