# notice: none
# source: fastbook, chapter 9
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'YearMade': np.random.randint(1980, 2010, 90), 'ProductSize': ['Large', 'Small', 'Mini'] * 30, 'SalePrice': np.random.rand(90)*3e4, 'saledate': pd.date_range('2010-01-01', periods=90)})
# %% cell
dep_var = 'SalePrice'
df[dep_var] = np.log(df[dep_var])
df = add_datepart(df, 'saledate')
cond = (df.saleYear < 2011) & (df.saleMonth < 3)
train_idx = np.where(cond)[0]; valid_idx = np.where(~cond)[0]
splits = (list(train_idx), list(valid_idx))
cont, cat = cont_cat_split(df, 1, dep_var=dep_var)
to = TabularPandas(df, [Categorify, FillMissing], cat, cont, y_names=dep_var, splits=splits)
xs, y = to.train.xs, to.train.y
def r_mse(pred, y): return round(math.sqrt(((pred - y)**2).mean()), 6)
r_mse(y.values, y.values)
