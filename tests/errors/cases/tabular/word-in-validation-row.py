# rule: tabular.no_numbers_in_cont
# source: constructed; the adult table with its question marks
# says: pd.to_numeric\(adults\['pay'\], errors='coerce'\)
# says: adults\['pay'\] = adults\['pay'\].fillna\(adults\['pay'\].median\(\)\)
# %% before
from fastai.tabular.all import *
adults = pd.DataFrame({"pay": [str(900 + i) for i in range(20)], "rich": ["no", "yes"] * 10})
adults.loc[3, "pay"] = "?"
# %% fails
dls = TabularDataLoaders.from_df(adults, procs=[FillMissing, Normalize], cont_names=["pay"], y_names="rich", valid_idx=[3, 4], bs=4)
# %% mended
adults["pay"] = pd.to_numeric(adults["pay"], errors="coerce")
adults["pay"] = adults["pay"].fillna(adults["pay"].median())
dls = TabularDataLoaders.from_df(adults, procs=[FillMissing, Normalize], cont_names=["pay"], y_names="rich", valid_idx=[3, 4], bs=4)
