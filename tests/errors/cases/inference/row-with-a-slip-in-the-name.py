# rule: inference.column_missing
# source: constructed
# says: Write\s+the\s+name\s+as\s+in\s+the\s+training
# says: learn\.predict\(pd\.Series\(dict\(age=50\.0, hours=38\.0, job='cook'\)\)\)
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(age=np.random.randint(18, 80, n).astype(float), hours=np.full(n, 40.0), job=np.random.choice(["cook", "nurse"], n), pay=np.random.choice(["low", "high"], n)))
df.loc[:9, "hours"] = 30.0
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=["job"], cont_names=["age", "hours"], y_names="pay", valid_idx=list(range(50, 60)), bs=8)
learn = tabular_learner(dls, layers=[8])
learn.fit(1)
# %% fails
learn.predict(pd.Series(dict(age=50.0, hour=38.0, job='cook')))
# %% mended
learn.predict(pd.Series(dict(age=50.0, hours=38.0, job='cook')))
