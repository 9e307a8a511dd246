# rule: fastai1.name_of_fastai1
# source: constructed
# says: return TabularPandas\(table, cat_names=\['job'\], cont_names=\['age'\], y_names='years', y_block=RegressionBlock\(\), splits=IndexSplitter\(range\(40, 60\)\)\(range_of\(table\)\)\)\.dataloaders\(\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame(dict(age=np.random.randint(18, 80, 60).astype(float), job=np.random.choice(['clerk', 'cook'], 60), years=np.random.rand(60)))
def loaders(table):
    return TabularList.from_df(table, ['job'], ['age']).split_by_idx(range(40, 60)).label_from_df('years', label_cls=FloatList).databunch()
# %% fails
dls = loaders(df)
# %% mended
def loaders(table):
    return TabularPandas(table, cat_names=['job'], cont_names=['age'], y_names='years', y_block=RegressionBlock(), splits=IndexSplitter(range(40, 60))(range_of(table)), procs=[Categorify]).dataloaders()
dls = loaders(df)
