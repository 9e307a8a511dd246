# rule: tabular_asked.model_asked_with_raw_table
# source: constructed
# says: as\s+it\s+was\s+read
# %% before
from fastai.tabular.all import *
from sklearn.ensemble import RandomForestClassifier
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
m = RandomForestClassifier(3).fit(to.train.xs, to.train.y)
test = df[['job', 'age']].head(5)
# %% fails
p = m.predict_proba(test)
# %% mended
test_dl = to.dataloaders().test_dl(test)
p = m.predict_proba(test_dl.xs)
