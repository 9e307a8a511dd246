# rule: splitters_given.index_splitter_of_labels
# source: constructed
# says: get_indexer\(late\)
# %% before
from fastai.tabular.all import *
X = pd.DataFrame(np.random.rand(30, 3), index=range(2000, 2030), columns=['f1', 'f2', 'y'])
late = X.index[X.index > 2024]
# %% fails
splits = IndexSplitter(late)(X)
to = TabularPandas(X, [Normalize], cont_names=['f1', 'f2'], y_names='y', splits=splits)
# %% mended
splits = IndexSplitter(X.index.get_indexer(late))(X)
to = TabularPandas(X, [Normalize], cont_names=['f1', 'f2'], y_names='y', splits=splits)
