# rule: not tabular_asked.model_asked_with_raw_table
# source: constructed
# %% before
from fastai.tabular.all import *
from sklearn.tree import DecisionTreeClassifier
df = pd.DataFrame({'age': np.arange(30.), 'job': ['a', 'b', 'c'] * 10, 'rich': ['yes', 'no'] * 15})
to = TabularPandas(df, [Categorify, Normalize], ['job'], ['age'], y_names='rich', splits=RandomSplitter(seed=1)(range_of(df)))
m = DecisionTreeClassifier().fit(to.train.xs, to.train.y)
other = pd.DataFrame({'height': [1.8, 1.7]})
# %% fails
p = m.predict(other)
