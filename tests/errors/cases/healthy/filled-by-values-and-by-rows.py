# notice: none
# source: constructed
# %% before
import numpy as np, pandas as pd
df = pd.DataFrame({'Sex': ['male', 'female'] * 4, 'Age': [22., None, 30, 40, None, 35, 28, 41], 'Note': [None] * 8})
other = pd.Series([1.] * 4)
# %% cell
modes = df.mode().iloc[0]
a = df.fillna(modes)
b = df['Age'].fillna(df['Age'].mode()[0])
c = df['Age'].fillna(df['Sex'].map(df.groupby('Sex')['Age'].mean()))
d = df['Age'].fillna(other)
e = df.set_index('Sex')['Age'].fillna(df.groupby('Sex')['Age'].mean())
top = df.mode()
f = df.fillna({'Age': 0})
g = df.fillna(df.mean(numeric_only=True))
