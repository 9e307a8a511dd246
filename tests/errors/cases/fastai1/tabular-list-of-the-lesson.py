# rule: fastai1.name_of_fastai1
# source: https://github.com/fastai/course-v3
# says: arguments\s+of\s+one\s+call
# says: data = TabularPandas\(df, procs=procs, cat_names=cat_names, cont_names=cont_names, y_names=dep_var, splits=RandomSplitter\(0\.1, seed=7\)\(range_of\(df\)\)\)\.dataloaders\(bs=8\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame(dict(age=np.random.randint(18, 80, 60).astype(float), job=np.random.choice(['clerk', 'cook'], 60), pay=np.random.choice(['low', 'high'], 60)))
dep_var, cat_names, cont_names = 'pay', ['job'], ['age']
procs = [FillMissing, Categorify, Normalize]
# %% fails
data = (TabularList.from_df(df, path='.', cat_names=cat_names, cont_names=cont_names, procs=procs)
                           .split_by_rand_pct(0.1, seed=7)
                           .label_from_df(cols=dep_var)
                           .databunch(bs=8))
# %% mended
data = TabularPandas(df, procs=procs, cat_names=cat_names, cont_names=cont_names, y_names=dep_var, splits=RandomSplitter(0.1, seed=7)(range_of(df))).dataloaders(bs=8)
learn = tabular_learner(data, layers=[20, 10], metrics=accuracy)
learn.fit(1)
