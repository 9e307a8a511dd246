# rule: tabular_new_tables.columns_asked
# source: constructed
# says: new has no columns Year, Month
# says: new = add_datepart\(new, 'date'\)\n\s*tests = new\[xs\.columns\]
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'shop': [1, 2] * 30, 'date': pd.date_range('2020-01-01', periods=60), 'full': np.arange(60)})
new = df.iloc[:5].drop(columns='full').copy()
df = add_datepart(df, 'date')
xs = df.drop(columns='full')
# %% fails
tests = new[xs.columns]
# %% mended
new = add_datepart(new, 'date')
tests = new[xs.columns]
