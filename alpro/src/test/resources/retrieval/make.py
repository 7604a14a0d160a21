"""Golden numbers of RescoringTest, by numpy alone: python make.py prints them.

Dual softmax as CAMoE's code has it, sim * softmax(sim, axis=queries); inverted and dynamic inverted
softmax as in sections 3.2 and 3.3 of QB-Norm (Bogolin et al., CVPR 2022), with an inverse temperature
of 1 on the scores given.
"""

import numpy as np

TEST = np.array([[2.0, 1.5, -0.5], [1.8, 0.2, 0.1], [1.0, 0.4, 0.9], [-1.0, 0.3, 0.25]])
BANK = np.array([[3.0, 0.5, 0.0], [2.5, -1.0, 1.0], [1.0, -0.2, 1.2]])


def softmax(x, axis):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)


def show(name, x):
    print(name, np.array2string(x, separator=", ", precision=12))


show("dual softmax", TEST * softmax(TEST, axis=0))
inverted = np.exp(TEST) / np.exp(BANK).sum(axis=0, keepdims=True)
show("inverted softmax", inverted)
active = set(BANK.argmax(axis=1).tolist())
show("active", np.array(sorted(active)))
dynamic = np.array([i if s.argmax() in active else np.exp(s) for s, i in zip(TEST, inverted)])
show("dynamic inverted softmax", dynamic)
