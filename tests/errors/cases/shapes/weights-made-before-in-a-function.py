# rule: made_before.made_for_another_size
# source: constructed
# says: coeffs.?\s+was\s+made
# says: coeffs = torch\.rand\(t_indep\.shape\[1\]\) ?- ?0\.5\s+calc_loss\(coeffs, t_indep, t_dep\)
# %% before
from fastai.tabular.all import *
df = pd.DataFrame({'Age': [20., 30., 40.] * 10, 'Fare': [1., 2., 3.] * 10, 'Sex': ['m', 'f', 'f'] * 10, 'y': [0, 1, 1] * 10})
t_indep = tensor(df[['Age', 'Fare']].values, dtype=torch.float); t_dep = tensor(df.y)
coeffs = torch.rand(t_indep.shape[1])-0.5
def calc_preds(coeffs, indeps): return indeps@coeffs
def calc_loss(coeffs, indeps, deps): return torch.abs(calc_preds(coeffs, indeps)-deps).mean()
# %% before
df = pd.get_dummies(df, columns=['Sex'], dtype=int)
t_indep = tensor(df[['Age', 'Fare', 'Sex_m', 'Sex_f']].values, dtype=torch.float)
# %% fails
calc_loss(coeffs, t_indep, t_dep)
# %% mended
coeffs = torch.rand(t_indep.shape[1])-0.5
calc_loss(coeffs, t_indep, t_dep)
