# notice: none
# source: fastai tutorial, tabular
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'age': np.random.randint(18, 90, 120), 'workclass': ['Private', 'State-gov', 'Self'] * 40, 'fnlwgt': np.random.rand(120)*1e5, 'education-num': [9., 10., np.nan] * 40, 'salary': ['<50k', '>=50k'] * 60})
# %% cell
splits = RandomSplitter(valid_pct=0.2)(range_of(df))
to = TabularPandas(df, procs=[Categorify, FillMissing, Normalize], cat_names=['workclass'], cont_names=['age', 'fnlwgt', 'education-num'], y_names='salary', splits=splits)
dls = to.dataloaders(bs=16)
learn = tabular_learner(dls, layers=[20, 10], metrics=accuracy)
learn.fit_one_cycle(1)
row, clas, probs = learn.predict(df.iloc[0])
test_df = df.copy().drop(columns='salary')
dl = learn.dls.test_dl(test_df)
learn.get_preds(dl=dl)
