# rule: inference.not_a_row
# source: constructed
# says: one row
# says: preds, _ = learn.get_preds\(dl=new_dl\)
# %% before
from fastai.tabular.all import *
houses = pd.DataFrame({"area": [float(50 + i) for i in range(40)], "town": ["Ulm", "Bonn"] * 20, "dear": ["no", "yes"] * 20})
dls = TabularDataLoaders.from_df(houses, cat_names=["town"], cont_names=["area"], y_names="dear", procs=[Categorify, Normalize], bs=8)
learn = tabular_learner(dls, layers=[8])
# %% fails
new_dl = dls.test_dl(houses.drop(columns="dear").head(6))
row, label, probs = learn.predict(new_dl)
# %% mended
new_dl = dls.test_dl(houses.drop(columns="dear").head(6))
preds, _ = learn.get_preds(dl=new_dl)
