# notice: none
# source: constructed
# %% before
import numpy as np, random
from sklearn.model_selection import train_test_split
words = ['ape', 'bee', 'cat', 'dog', 'elk', 'fox', 'gnu', 'hen']
cards, tiles, marbles = list(words), list(words), list(words)
# %% cell
sizes = [len(one) for one in words]
random.seed(3); random.shuffle(words)
random.seed(3); random.shuffle(sizes)
train_words, test_words, train_sizes, test_sizes = train_test_split(words, sizes, random_state=0)

lengths = [len(one) for one in cards]
print(lengths)
random.shuffle(cards)
lengths = [len(one) for one in cards]
pairs = list(zip(cards, lengths))
random.shuffle(pairs)

vowels = [sum(letter in 'aeiou' for letter in one) for one in tiles]
order = list(range(len(tiles)))
random.shuffle(order)
mixed = [(tiles[i], vowels[i]) for i in order]
table = dict(zip(tiles, vowels))

letters = [one[0] for one in marbles]
first = dict(zip(marbles, letters))
random.shuffle(marbles)
print(marbles[:3], first['ape'])
