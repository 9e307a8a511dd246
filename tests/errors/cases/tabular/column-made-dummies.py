# rule: tabular.no_such_column
# source: constructed
# says: get_dummies
# says: shop_a
# says: cat_names = \['day', 'shop_a', 'shop_b'\]|cat_names = \['day'\] \+ \['shop_a', 'shop_b'\]
# %% before
from fastai.tabular.all import *
n = 60
df = pd.DataFrame(dict(shop=np.random.choice(['a', 'b'], n), day=np.random.choice(['x', 'y'], n), amount=np.random.rand(n), profit=np.random.rand(n)))
cat_names = ['shop', 'day']
# %% before
df = pd.get_dummies(df, columns=['shop'])
# %% fails
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=cat_names, cont_names=['amount'], y_names='profit', y_block=RegressionBlock(), splits=RandomSplitter()(range_of(df)))
# %% mended
cat_names = ['day'] + ['shop_a', 'shop_b']
to = TabularPandas(df, procs=[Categorify, Normalize], cat_names=cat_names, cont_names=['amount'], y_names='profit', y_block=RegressionBlock(), splits=RandomSplitter()(range_of(df)))
learn = tabular_learner(to.dataloaders(bs=8), layers=[8])
learn.fit(1)
