# notice: texts_alone.first_text_alone
# source: https://stackoverflow.com/questions/20002503
# says: always\s+'jpg'
# says: name\[-3:\]\s+in\s+\('jpg',\s+'png'\)
# %% before
import torch

names = ["a.jpg", "b.png", "c.txt"]
# %% cell
pictures = [name for name in names if name[-3:] == ("jpg" or "png")]
# %% mended
pictures = [name for name in names if name[-3:] in ("jpg", "png")]
