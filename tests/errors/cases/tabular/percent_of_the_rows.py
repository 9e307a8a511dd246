# rule: shares_as_percent.table_split_by_percent
# source: constructed
# says: 1000 %
# says: RandomSplitter\(valid_pct=0\.1\)
# %% before
from fastai.tabular.all import *

table = pd.DataFrame({"size": range(30), "price": [1.0, 2.0] * 15})
# %% fails
parts = RandomSplitter(valid_pct=10)(range_of(table))
rows = TabularPandas(table, procs=[Normalize], cont_names=["size"], y_names="price", splits=parts)
rows.dataloaders(bs=4).one_batch()
