# notice: splits.one_class_in_valid
# source: constructed
# says: of\s+class\s+boer
# says: splits=RandomSplitter\(valid_pct=0\.25,\s+seed=42\)\(range_of\(goats\)\)
# %% before
from fastai.tabular.all import *
goats = pd.DataFrame({"age": [float(i % 9) for i in range(40)], "kind": ["alpine"] * 20 + ["boer"] * 20})
# %% cell
to = TabularPandas(goats, procs=[Normalize], cont_names=["age"], y_names="kind", splits=(list(range(30)), list(range(30, 40))))
dls = to.dataloaders(bs=8)
# %% mended
to = TabularPandas(goats, procs=[Normalize], cont_names=["age"], y_names="kind", splits=RandomSplitter(valid_pct=0.25, seed=42)(range_of(goats)))
dls = to.dataloaders(bs=8)
