# rule: tabular_learners.dates_into_columns
# source: constructed
# says: add_datepart\(df, 'saledate'\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'saledate': pd.date_range('2020-01-01', periods=8), 'price': range(8)})
# %% fails
df = add_datepart(df, 'SaleDate')
# %% mended
df = add_datepart(df, 'saledate')
