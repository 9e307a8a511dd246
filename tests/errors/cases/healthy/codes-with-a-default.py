# notice: none
# source: constructed
# %% before
import pandas as pd
titanic = pd.DataFrame({"Sex": ["male", "female", "female", "male"], "Cabin": [None, "C1", None, "B2"], "Title": ["Mr", "Mrs", "Miss", "Mr"]})
rare = {"Dr": 1, "Rev": 1}
def prepare(df):
    df = df.copy()
    df["Title"] = df["Title"].str.lower()
    df["Sex"] = df["Sex"].map({"male": 0, "female": 1})
    df["rare"] = df["Title"].map(rare).fillna(0)
    df["mrs"] = df["Title"].map({"mr": 0, "mrs": 1, "miss": 1})
    return df.fillna(0)
def upper(df):
    df = df.rename(columns=str.lower)
    df["sex"] = df["sex"].str.title()
    df["sex"] = df["sex"].map({"Male": 0, "Female": 0})
    return df.fillna(0)
# %% cell
train = prepare(titanic)
other = upper(titanic)
titanic["known"] = titanic["Cabin"].map({"Z9": 1}).fillna(0)
