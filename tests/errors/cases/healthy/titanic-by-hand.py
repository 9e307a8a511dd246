# notice: none
# source: Linear model and neural net from scratch, lesson 5
# %% before
import pandas as pd, numpy as np, torch
from torch import tensor
df = pd.DataFrame({'Survived': [0, 1] * 20, 'Pclass': [1, 2, 3, 1] * 10, 'Sex': ['male', 'female'] * 20, 'Age': [22., np.nan] * 20, 'Fare': np.random.rand(40) * 50, 'Embarked': ['S', 'C', 'Q', 'S'] * 10})
# %% cell
modes = df.mode().iloc[0]
df.fillna(modes, inplace=True)
df['LogFare'] = np.log(df['Fare']+1)
df = pd.get_dummies(df, columns=['Sex', 'Pclass', 'Embarked'])
added_cols = ['Sex_male', 'Sex_female', 'Pclass_1', 'Pclass_2', 'Pclass_3', 'Embarked_C', 'Embarked_Q', 'Embarked_S']
t_dep = tensor(df.Survived)
indep_cols = ['Age', 'LogFare'] + added_cols
t_indep = tensor(df[indep_cols].values.astype(float), dtype=torch.float)
torch.manual_seed(442)
n_coeff = t_indep.shape[1]
coeffs = torch.rand(n_coeff)-0.5
vals, indices = t_indep.max(dim=0)
t_indep = t_indep / vals
def calc_preds(coeffs, indeps): return (indeps*coeffs).sum(axis=1)
def calc_loss(coeffs, indeps, deps): return torch.abs(calc_preds(coeffs, indeps)-deps).mean()
def init_coeffs(): return (torch.rand(n_coeff)-0.5).requires_grad_()
def update_coeffs(coeffs, lr):
    coeffs.sub_(coeffs.grad * lr)
    coeffs.grad.zero_()
def one_epoch(coeffs, lr):
    loss = calc_loss(coeffs, t_indep, t_dep)
    loss.backward()
    with torch.no_grad(): update_coeffs(coeffs, lr)
    print(f"{loss:.3f}", end="; ")
def train_model(epochs=5, lr=0.01):
    torch.manual_seed(442)
    coeffs = init_coeffs()
    for i in range(epochs): one_epoch(coeffs, lr=lr)
    return coeffs
coeffs = train_model(5, lr=0.2)
def show_coeffs(): return dict(zip(indep_cols, coeffs.requires_grad_(False)))
show_coeffs()
