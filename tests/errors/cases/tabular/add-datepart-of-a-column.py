# rule: tabular_learners.dates_into_columns
# source: constructed
# says: add_datepart\(df, 'start'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'start': pd.date_range('2020-01-01', periods=8), 'n': range(8)})
# %% fails
df = add_datepart(df['start'], 'start')
# %% mended
df = add_datepart(df, 'start')
