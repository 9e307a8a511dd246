# rule: tabular_learners.dates_into_columns
# source: https://github.com/fastai/fastbook/blob/master/09_tabular.ipynb
# says: before
# says: saleElapsed
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'saledate': pd.date_range('2020-01-01', periods=8), 'price': range(8)})
df = add_datepart(df, 'saledate')
# %% fails
df = add_datepart(df, 'saledate')
# %% mended
df[[o for o in df.columns if o.startswith('sale')]].head()
