# rule: tabular_learners.dates_into_columns
# source: constructed
# says: one column
# says: for col in
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'start': pd.date_range('2020-01-01', periods=8), 'end': pd.date_range('2021-01-01', periods=8)})
# %% fails
df = add_datepart(df, ['start', 'end'])
# %% mended
for col in ['start', 'end']:
    df = add_datepart(df, col)
