# rule: tabular_asked.model_asked_with_raw_table
# source: https://github.com/fastai/fastai/issues/2911
# says: test_dl = to\.dataloaders\(\)\.test_dl\(df_test\)
# says: m\.predict\(test_dl\.xs\)
# %% before
from fastai.tabular.all import *
from sklearn.tree import DecisionTreeClassifier
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
df.loc[3, 'age'] = np.nan
to = TabularPandas(df, [Categorify, FillMissing], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
m = DecisionTreeClassifier().fit(to.train.xs, to.train.y)
df_test = df.drop(columns='rich')
# %% fails
preds = m.predict(df_test)
# %% mended
test_dl = to.dataloaders().test_dl(df_test)
preds = m.predict(test_dl.xs)
