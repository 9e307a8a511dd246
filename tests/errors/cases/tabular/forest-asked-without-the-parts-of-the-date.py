# rule: libraries_sklearn.other_columns
# source: constructed
# says: test = add_datepart\(test, 'date'\)\n\s*m\.predict\(test\)
# %% before
from fastai.tabular.all import *
from sklearn.ensemble import RandomForestRegressor
df = pd.DataFrame({'shop': [1, 2] * 30, 'date': pd.date_range('2020-01-01', periods=60), 'full': np.arange(60)})
test = df.iloc[:5].drop(columns='full').copy()
df = add_datepart(df, 'date')
m = RandomForestRegressor(n_estimators=2).fit(df.drop(columns='full'), df.full)
# %% fails
m.predict(test)
# %% mended
test = add_datepart(test, 'date')
m.predict(test)
