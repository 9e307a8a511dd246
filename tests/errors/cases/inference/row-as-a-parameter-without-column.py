# rule: inference.column_missing
# source: constructed
# says: r\['hours'\] = 38\.\d+
# says: before\s+that\s+line
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(age=np.random.randint(18, 80, n).astype(float), hours=np.full(n, 40.0), job=np.random.choice(["cook", "nurse"], n), pay=np.random.choice(["low", "high"], n)))
df.loc[:9, "hours"] = 30.0
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=["job"], cont_names=["age", "hours"], y_names="pay", valid_idx=list(range(50, 60)), bs=8)
learn = tabular_learner(dls, layers=[8])
learn.fit(1)
# %% before
def best(r):
    return learn.predict(r)[1]
# %% fails
for i in range(2):
    best(df.iloc[i].drop('hours'))
# %% mended
def best(r):
    r['hours'] = 38.0
    return learn.predict(r)[1]
for i in range(2):
    best(df.iloc[i].drop('hours'))
