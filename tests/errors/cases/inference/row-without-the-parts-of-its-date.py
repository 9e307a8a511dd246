# rule: inference.column_missing
# source: constructed
# says: new = add_datepart\(new, 'date'\)\n\s*row, clas, probs = learn\.predict\(new\.iloc\[0\]\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'shop': [1, 2] * 30, 'date': pd.date_range('2020-01-01', periods=60), 'full': ['yes', 'no', 'no'] * 20})
new = df.iloc[:5].drop(columns='full').copy()
df = add_datepart(df, 'date')
dls = TabularDataLoaders.from_df(df, y_names='full', cat_names=['shop', 'Month'], cont_names=['Day'], procs=[Categorify, FillMissing, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
row, clas, probs = learn.predict(new.iloc[0])
# %% mended
new = add_datepart(new, 'date')
row, clas, probs = learn.predict(new.iloc[0])
