# rule: inference.column_missing
# source: constructed
# says: trained\s+with\s+job
# says: Make\s+the\s+row\s+in\s+ask
# says: form = pd\.DataFrame\(\[\{'age': age, 'hours': 38\.0, 'job': 'cook'\}\]\)
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(age=np.random.randint(18, 80, n).astype(float), hours=np.full(n, 40.0), job=np.random.choice(["cook", "nurse"], n), pay=np.random.choice(["low", "high"], n)))
df.loc[:9, "hours"] = 30.0
dls = TabularDataLoaders.from_df(df, procs=[Categorify, FillMissing, Normalize], cat_names=["job"], cont_names=["age", "hours"], y_names="pay", valid_idx=list(range(50, 60)), bs=8)
learn = tabular_learner(dls, layers=[8])
learn.fit(1)
# %% before
def ask(age):
    form = pd.DataFrame([{'age': age, 'hours': 38.0}])
    return learn.get_preds(dl=learn.dls.test_dl(form))[0]
# %% fails
ask(50.0)
# %% mended
def ask(age):
    form = pd.DataFrame([{'age': age, 'hours': 38.0, 'job': 'cook'}])
    return learn.get_preds(dl=learn.dls.test_dl(form))[0]
ask(50.0)
